import { describe, expect, it } from 'vitest'
import { judgeLinks } from './links.ts'

const judged = (links: Record<string, string>, root: string | null = '/srv/shop') =>
  judgeLinks(new Map(Object.entries(links)), root).map(({ place, reason }) => `${place} ${reason}`)

describe('a symbolic link', () => {
  it('to a file or folder of the tree hides nothing', () => {
    expect(
      judged({ 'CLAUDE.md': 'AGENTS.md', 'a/lib': '../b/lib', abs: '/srv/shop/src', gone: 'nowhere' }),
    ).toEqual([])
  })

  it('out of the tree is told', () => {
    expect(
      judged({ a: '../other', 'x/b': '../../etc/passwd', c: '/etc/passwd', d: '/srv/shopping' }),
    ).toEqual(['a link-outside', 'c link-outside', 'd link-outside', 'x/b link-outside'])
  })

  it('out of the tree by way of another link is told', () => {
    expect(judged({ up: '..', inner: 'up/other' })).toEqual(['inner link-outside', 'up link-outside'])
  })

  it('that leads to itself, in one step or many or through its own folder, is told', () => {
    expect(judged({ self: 'self', a: 'b', b: 'a', 'deep/er/top': '../..', 'deep/up': '.' })).toEqual([
      'a link-loop',
      'b link-loop',
      'deep/er/top link-loop',
      'deep/up link-loop',
      'self link-loop',
    ])
  })

  it('with an absolute target leads out of a commit, which lies nowhere', () => {
    expect(judged({ a: '/srv/shop/src' }, null)).toEqual(['a link-outside'])
  })
})
