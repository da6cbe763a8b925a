export { type Cell, type Sheet, type WorkbookOptions, workbookOf } from './workbook.ts'
export { type ZipPart, zipOf } from './zip.ts'
