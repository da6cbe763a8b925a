/** Suppliers whose names are words of every program, or of what a program does with models. */
export const commonWords = new Set(
  `ambient amp anchor anyapi arcade argmax async beam cline context continue crosshatch domino dust exa factory fathom granola guidance
  inflection instructor intron jan javelin kernel lambda lemonade lightly lilac lilt lindy luma marvin maxim meta microsoft modal moonshine
  morph murf near needle octagon parallel petals phonic pica poe privatemode recall replicate reverie rig riza scale semanticrouter
  speechrecognition spitch steel subconscious submodel swarms switchpoint synthetic together tract unify useapi v7 vectorize voice voyage wafer
  warp writer you zed`.split(/\s+/),
)
