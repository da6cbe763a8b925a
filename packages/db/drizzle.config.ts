import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/tables/ledger.ts',
    './src/tables/projection.ts',
    './src/tables/access.ts',
    './src/tables/audit.ts',
    './src/tables/notifications.ts',
    './src/tables/register-import.ts',
  ],
  out: './src/migrations',
  casing: 'snake_case',
})
