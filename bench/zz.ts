import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';
const count=100000;
const texts = Array.from({ length: count }, (_, i) => JSON.stringify(records[i % records.length]?.record));
const best=(f:()=>void)=>{let b=1e9;for(let i=0;i<9;i++){const s=process.cpuUsage();f();const d=process.cpuUsage(s).user/1000;b=Math.min(b,d)}return b};
let leads=0;
const a=best(()=>{leads=0;for(const t of texts)if(mapLead(JSON.parse(t)).lead)leads++;});
const b=best(()=>{for(let p=0;p<2;p++)for(const t of texts)JSON.parse(t)});
console.log({leads,ours:a,theirs:b,ratio:a/b});
