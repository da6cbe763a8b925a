/** Names of lists of what is kept out: who stands there is not reached. */
export const isDenying = (name: string): boolean =>
  /(^|[-_.\s]|(?<=[a-z])(?=[A-Z]))(block(ed|s|list)?|den(y|ied|ylist)|blacklist(ed)?|forbid(den)?|ban(ned)?|disallow(ed)?|exclu(de|ded|des|sions?)|ignored?|no_?proxy|reject(ed)?|local-(zone|data))([-_.\s]|(?=[A-Z])|$)/i.test(
    name,
  )
