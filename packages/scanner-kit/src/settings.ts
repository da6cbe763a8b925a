import { z } from 'zod'

/** From the environment and the command line everything may come as text. */
export const flag = z.union([z.boolean(), z.stringbool()])

/** A list, or text with commas between its parts. */
export const words = z.union([
  z.array(z.string().min(1)),
  z
    .string()
    .min(1)
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
])
