import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';
const texts = Array.from({ length: 52*300 }, (_, i) => JSON.stringify(records[i % records.length]?.record));
for(let k=0;k<12;k++) for(const t of texts) mapLead(JSON.parse(t));
// per kind cost
const per=[];
for(const r of records){const t=JSON.stringify(r.record);const N=3000;let s=process.cpuUsage();for(let i=0;i<N;i++)JSON.parse(t);const p=process.cpuUsage(s).user;s=process.cpuUsage();for(let i=0;i<N;i++)mapLead(JSON.parse(t));const m=process.cpuUsage(s).user-p;per.push([m/N,p/N,r.name]);}
per.sort((a,b)=>b[0]-a[0]);for(const x of per.slice(0,30))console.log(x[0].toFixed(2),x[1].toFixed(2),x[2]);
