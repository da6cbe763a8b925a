import { createClient } from '@sanity/client'
import groq from 'groq'

const client = createClient({ projectId: 'a1b2c3d4', dataset: 'production', apiVersion: '2025-09-01', useCdn: true })

// People, by their first name; the model is our photo model.
const query = groq`*[_type == "author" && model == "claude"]{ name, "portrait": image.asset->url }`

export const authors = () => client.fetch(query)
