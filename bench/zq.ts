import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';
const names=(process.argv[2]??'').split('|');
const rs=records.filter(r=>names.some(n=>r.name.startsWith(n)));
for(let k=0;k<300000;k++) for(const r of rs) mapLead(r.record);
const s=process.cpuUsage();for(let k=0;k<300000;k++) for(const r of rs) mapLead(r.record);
console.log('us/record',process.cpuUsage(s).user/300000/rs.length);
