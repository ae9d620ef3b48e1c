import { chromium } from 'playwright';
import { PhoneServer } from './tests/support/browser/phone-server.ts';
const s=new PhoneServer(); await s.listen();
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']}); const p=await b.newPage();
p.on('console',m=>console.log('console',m.text())); p.on('pageerror',e=>console.log('pageerror',e.message)); const t0=Date.now();
p.on('request',r=>console.log(Date.now()-t0,r.url().slice(-60))); 
await p.addInitScript(() => { class Blocked { onerror: ((e: Event) => void) | null = null; onclose: ((e: Event)=>void)|null = null; constructor() { setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new Event('close')); }, 50); } close() {} } Object.assign(window, { WebSocket: Blocked }); });
await p.goto(s.origin+'/#ACDEFG',{waitUntil:'commit'}); await p.waitForTimeout(12000); console.log(await p.evaluate(()=>document.querySelector('#app')?.getAttribute('data-screen')+' '+typeof WebSocket)); await b.close(); await s.close();
