import {realLiterals} from './engine/literals.ts'
import {prepareCorpus} from './engine/corpus.ts'
import {walk,readText} from './engine/walk.ts'
import {createPrefilter,createSlab} from '@ai-census/detectors/engine'
import fs from 'node:fs'
const c=prepareCorpus()
console.time('lits')
const L=realLiterals(2002,c.folder); console.timeEnd('lits')
console.log(L.fromCatalogue,L.all.length,L.all.filter((_,i)=>i%100==0))
fs.writeFileSync('/tmp/exp/lits.json',JSON.stringify(realLiterals(10010,c.folder).all))
const slab=createSlab(32<<20)
// load corpus in memory
const bufs:Buffer[]=[];for(const f of walk(c.folder)){const n=readText(f,slab);if(n>0)bufs.push(Buffer.from(slab.u8.subarray(0,n)))}
const total=bufs.reduce((a,b)=>a+b.length,0)
const big=createSlab(total+bufs.length*16);const at:number[]=[],len:number[]=[];let p=0
for(const b of bufs){big.u8.set(b,p);at.push(p);len.push(b.length);p=(p+b.length+15)&~15}
console.time('build');const pf=createPrefilter(L.all);console.timeEnd('build')
for(let r=0;r<4;r++){const t=performance.now();let n=0;for(let i=0;i<at.length;i++)n+=pf.scan(big,at[i]!,len[i]!);const d=performance.now()-t;console.log(n,(total/1e6/d*1000).toFixed(0)+' MB/s')}
// @ts-ignore
const {makeScanner}=await import('/tmp/exp/proto/scan.mjs')
const {scan,out,T}=makeScanner(L.all,{ci:false}); console.log('proto words',T.words)
for(let r=0;r<4;r++){const t=performance.now();let n=0;for(let i=0;i<at.length;i++)n+=scan(big.u8,big.u32,at[i]!,len[i]!);const d=performance.now()-t;console.log('proto',n,(total/1e6/d*1000).toFixed(0)+' MB/s')}
