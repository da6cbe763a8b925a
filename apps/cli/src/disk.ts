/**
 * The file system, without what an `import` of it costs: that asks for every name that it exports, and two of them load
 * Node.js' streams. This is for what runs before anything else is loaded.
 */
export const disk = process.getBuiltinModule('node:fs')
