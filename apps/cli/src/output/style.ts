type Paint = (text: string) => string
export interface Style {
  bold: Paint
  dim: Paint
  warn: Paint
}

const plain: Style = { bold: (t) => t, dim: (t) => t, warn: (t) => t }
const colored: Style = {
  bold: (t) => `\x1b[1m${t}\x1b[22m`,
  dim: (t) => `\x1b[2m${t}\x1b[22m`,
  warn: (t) => `\x1b[33m${t}\x1b[39m`,
}

export const styleFor = (color: boolean): Style => (color ? colored : plain)
