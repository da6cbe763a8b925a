import {prepareCorpus} from './engine/corpus.ts'
import {walk,readText} from './engine/walk.ts'
import {realLiterals} from './engine/literals.ts'
import {createAutomaton} from './engine/aho-corasick.ts'
import {createPrefilter,createSlab} from '@ai-census/detectors/engine'
import fs from 'node:fs'
const c=prepareCorpus()
const {all,fromCatalogue}=realLiterals(10010);console.log('catalogue',fromCatalogue)
fs.writeFileSync('/tmp/exp/l2002',all.slice(0,2002).join('\n'))
const slab=createSlab(32<<20)
let total=0;for(const f of walk(c.folder)){const n=readText(f,slab);if(n>0)total+=(n+31)&~15}
const big=createSlab(total);const at:number[]=[],len:number[]=[];let p=0
let bytes=0
for(const f of walk(c.folder)){const n=readText(f,slab);if(n>0){big.u8.set(slab.u8.subarray(0,n),p);at.push(p);len.push(n);p=(p+n+15)&~15;bytes+=n}}
const ac=createAutomaton(all.slice(0,2002))
for(const foldCase of [false,true])
for(const n of [10,100,500,2002,10010]){
const pf=createPrefilter(all.slice(0,n),{foldCase});const t0=pf.share();const fold=foldCase?0x20202020:0
let s='';for(let r=0;r<4;r++){const t=performance.now();let h=0;for(let i=0;i<at.length;i++)h+=pf.scan(big,at[i]!,len[i]!);const d=performance.now()-t;s+=' '+(bytes/1e6/d*1000).toFixed(0);if(r==3)s+=' hits '+h}
let cand=0,fp=0,ent=0,words=0;const {bitmap,bitmapShift,slots,slotShift,lists}=t0;const u32=big.u32
for(let i=0;i<(p>>2);i++){const w=u32[i]!|fold;words++;const h=Math.imul(w,0x9e3779b1)>>>bitmapShift;if(bitmap[h>>>5]!>>>(h&31)&1){cand++;let k=Math.imul(w,0x9e3779b1)>>>slotShift;const m=slots.length/2-1;for(;;){const l=slots[2*k+1]!;if(l===0){fp++;break}if(slots[2*k]===(w|0)){ent+=lists[l]!;break}k=(k+1)&m}}}
console.log(n,s,'cand%',(cand/words*100).toFixed(2),'fp%',(fp/words*100).toFixed(2),'entries per word',(ent/words).toFixed(3),'slots',slots.length/2, 'bits',32-bitmapShift)
}
for(let r=0;r<2;r++){const t=performance.now();let h=0;for(let i=0;i<at.length;i++)h+=ac.count(big,at[i]!,len[i]!);const d=performance.now()-t;console.log('ac',h,(bytes/1e6/d*1000).toFixed(0),ac.states)}
