import { join } from 'node:path'

/** Where the state folder is, or would be. */
export const statePlace = (): string =>
  process.env.AI_CENSUS_STATE ??
  join(process.env.XDG_STATE_HOME ?? join(home(), '.local', 'state'), 'ai-census')

/** Asked where it is needed: every start of the program comes by here. */
const home = () => process.getBuiltinModule('node:os').homedir()
