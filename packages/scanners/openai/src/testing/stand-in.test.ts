import { describe, expect, it } from 'vitest'
import { ADMIN_KEY, daysAgo, smallOrganisation } from './small-organisation.ts'
import { refusals, startOpenAiStandIn } from './stand-in.ts'

async function ask(path: string, key = ADMIN_KEY): Promise<{ status: number; body: unknown }> {
  await using provider = await startOpenAiStandIn({ data: smallOrganisation() })
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`${provider.endpoint}/v1/organization/${path}`, { headers })
  return { status: response.status, body: await response.json() }
}

describe('the stand-in', () => {
  it('lets in nobody but the admin key', async () => {
    const { status, body } = await ask('projects', 'sk-proj-other')
    expect([status, body]).toEqual([401, refusals.unauthorized().json])
  })

  it('pages by the id of the last object, up to the limit that was asked for', async () => {
    const first = await ask('projects?limit=1&include_archived=true')
    expect(first.body).toMatchObject({ first_id: 'proj_a', last_id: 'proj_a', has_more: true })
    const last = await ask('projects?limit=2&include_archived=true&after=proj_a')
    expect(last.body).toMatchObject({ first_id: 'proj_b', last_id: 'proj_old', has_more: false })
  })

  it('leaves archived projects out unless asked for them', async () => {
    expect((await ask('projects')).body).toMatchObject({ data: [{ id: 'proj_a' }, { id: 'proj_b' }] })
  })

  it('refuses a limit that the provider would refuse', async () => {
    expect((await ask('projects?limit=101')).status).toBe(400)
  })

  it('gives reports by day, and groups only by what was asked for', async () => {
    const query = `start_time=${daysAgo(3)}&limit=1&group_by=model`
    const { body } = await ask(`usage/completions?${query}`)
    expect(body).toMatchObject({
      data: [{ start_time: daysAgo(3), results: [{ model: 'gpt-4o-2024-08-06', project_id: null }] }],
      has_more: true,
      next_page: 'page_1',
    })
    expect((await ask('usage/completions')).status).toBe(400)
  })

  it('knows no project that is not there', async () => {
    expect((await ask('projects/proj_none')).status).toBe(404)
    expect((await ask('projects/proj_none/users')).status).toBe(404)
  })
})
