import type { StandInData, StandInObject } from './stand-in.ts'

// Put together from halves: a whole token in a file would make others' secret scanners shout.
export const TOKEN = ['ATCTT3', 'standin0standin0standin0'].join('')
export const SECRET = ['a-value', 'nobody-may-see'].join('-')

export const repository = (name: string, more: StandInObject = {}): StandInObject => ({
  type: 'repository',
  uuid: `{00000000-0000-4000-8000-${name}}`,
  full_name: `acme/${name}`,
  name,
  description: '',
  updated_on: '2026-10-01T08:00:00.123456+00:00',
  mainbranch: { type: 'branch', name: 'main' },
  scm: 'git',
  links: { html: { href: `https://bitbucket.org/acme/${name}` } },
  a_field_of_tomorrow: { whatever: true },
  ...more,
})

export const variable = (key: string, secured: boolean): StandInObject => ({
  type: 'pipeline_variable',
  uuid: `{${key}}`,
  key,
  secured,
  ...(secured ? {} : { value: SECRET }),
})

/** A workspace with something in every corner; its repositories are given. */
export const estate = (repositories: StandInObject[], more: Partial<StandInData> = {}): StandInData => ({
  authorization: `Bearer ${TOKEN}`,
  workspace: 'acme',
  repositories,
  variables: {
    workspace: [variable('OPENAI_API_KEY', true), variable('REGION', false)],
    'acme/shop': [variable('PROD_MISTRAL_API_KEY', true), variable('COHERE_API_KEY', false)],
    'acme/shop/{production}': [variable('ANTHROPIC_API_KEY', true)],
  },
  environments: {
    'acme/shop': [{ uuid: '{production}', name: 'Production', environment_type: { name: 'Production' } }],
  },
  projects: [{ key: 'SHOP', id: 1, name: 'Shop', type: 'NORMAL' }],
  projectRepositories: {
    SHOP: [
      dataCenterRepository(1, 'web', { description: 'Sells shelves' }),
      dataCenterRepository(2, 'old', { archived: true }),
      dataCenterRepository(3, 'copy', { origin: { slug: 'web' } }),
    ],
  },
  ...more,
})

export const dataCenterRepository = (id: number, slug: string, more: StandInObject = {}): StandInObject => ({
  id,
  slug,
  name: slug,
  state: 'AVAILABLE',
  archived: false,
  project: { key: 'SHOP', id: 1, name: 'Shop' },
  ...more,
})
