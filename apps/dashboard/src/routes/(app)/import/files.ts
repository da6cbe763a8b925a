/**
 * Files that were brought in this visit, by their import. The collector keeps a sheet's rows and not the file, so another
 * sheet of it can only be read while the browser still has it.
 */
const files = new Map<string, File>()

export const holdFile = (id: string, file: File): void => {
  files.set(id, file)
}
export const heldFile = (id: string): File | undefined => files.get(id)
