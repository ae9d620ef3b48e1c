import { chromium } from 'playwright'; import { mkdtempSync } from 'node:fs';
const [path='/proefles', sel='[data-screen="trial"]', cpu='1', lat='40', down='10240', after='9000']=process.argv.slice(2);
const {start,stop}=await import(process.cwd()+'/src/tools/bench/measure.ts');
const server=await start(process.cwd()+'/src/server/main.ts','/healthz',{DATA_DIR:mkdtempSync('/tmp/pgd-'),HOST:'127.0.0.1',PUBLIC_URL:'',TEACHER_CODE:''});
const b=await chromium.launch({executablePath:process.env.CHROMIUM,args:['--no-sandbox']});
const c=await b.newContext({viewport:{width:1350,height:940},locale:'nl-NL'}); const p=await c.newPage(); const d=await c.newCDPSession(p);
await d.send('Network.enable'); await d.send('Network.setExtraHTTPHeaders',{headers:{'accept-encoding':'gzip'}});
await d.send('Network.emulateNetworkConditions',{offline:false,latency:+lat,downloadThroughput:down*1024/8,uploadThroughput:down*1024/8}); await d.send('Emulation.setCPUThrottlingRate',{rate:+cpu});
await b.startTracing(p,{categories:['devtools.timeline','toplevel','v8.execute','disabled-by-default-v8.cpu_profiler','blink.user_timing']});
await p.goto(server.origin+path,{waitUntil:'commit'}); const t0=performance.now(); await p.locator(sel).first().waitFor({timeout:60000}); console.log('ready after commit',Math.round(performance.now()-t0)); await p.waitForTimeout(+after);
const tr=JSON.parse((await b.stopTracing()).toString()).traceEvents;
if(process.env.SHOT) await p.screenshot({path:process.env.SHOT});
const main=tr.filter(e=>e.name==='thread_name'&&e.args.name==='CrRendererMain').map(e=>e.pid+':'+e.tid);
const nav=Math.min(...tr.filter(e=>e.name==='navigationStart').map(e=>e.ts));
const profs={};
for(const key of main){ const ev=tr.filter(e=>e.pid+':'+e.tid===key&&e.ph==='X'); const tasks=ev.filter(e=>/RunTask|ThreadControllerImpl::RunTask/.test(e.name)); if(tasks.length<200)continue;
 let wall=0,cpuS=0; const long=tasks.filter(t=>t.dur>50000); for(const t of long){wall+=t.dur/1000-50; cpuS+=Math.max(0,(t.tdur??0)/1000-50)}
 console.log('thread',key,'tasks',tasks.length,'long',long.length,'TBT wall',Math.round(wall),'TBT cpu',Math.round(cpuS),'all cpu',Math.round(tasks.reduce((s,t)=>s+(t.tdur??0)/1000,0)));
 for(const t of long.filter(t=>t.tdur>30000)){ const kids=ev.filter(e=>e!==t&&e.ts>=t.ts&&e.ts+e.dur<=t.ts+t.dur&&e.dur>8000&&!/RunTask/.test(e.name)).sort((a,b)=>b.dur-a.dur).slice(0,7);
  console.log(Math.round((t.ts-nav)/1000),'+',Math.round(t.dur/1000),'cpu',Math.round(t.tdur/1000),kids.map(k=>`${k.name}(${Math.round((k.tdur??k.dur)/1000)}) ${(k.args?.data?.url??k.args?.url??k.args?.data?.functionName??'').toString().split('/').pop().slice(0,30)} ${k.args?.data?.functionName??''}`).join(' | ')); }
}
await b.close(); await stop(server.child);
