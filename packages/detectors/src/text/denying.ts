import { remembered } from './memo.ts'

const denying =
  /(^|[-_.\s]|(?<=[a-z])(?=[A-Z]))(block(ed|s|list)?|den(y|ied|ylist)|blacklist(ed)?|forbid(den)?|ban(ned)?|disallow(ed)?|exclu(de|ded|des|sions?)|ignored?|no_?proxy|reject(ed)?|local-(zone|data))([-_.\s]|(?=[A-Z])|$)/i

/** Names of lists of what is kept out: who stands there is not reached. */
export const isDenying = remembered((name): boolean => denying.test(name))
