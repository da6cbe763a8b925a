import { all, below, idOf, one, PLANTED } from './ids.ts'
import type { Estate } from './stand-in.ts'

const POSTGRES = idOf('Microsoft.DBforPostgreSQL/flexibleServers', 'shop-pg')
export const platforms: Estate = {
  [all('Microsoft.Search/searchServices')]: [
    one(idOf('Microsoft.Search/searchServices', 'shop-search'), { semanticSearch: 'standard' }),
  ],
  [all('Microsoft.BotService/botServices')]: [
    one(idOf('Microsoft.BotService/botServices', 'shop-bot'), {
      endpoint: `https://shop.example/api/messages?code=${PLANTED}`,
      displayName: 'Shop bot',
    }),
  ],
  [all('Microsoft.Databricks/workspaces')]: [
    one(idOf('Microsoft.Databricks/workspaces', 'shop-dbx'), { workspaceUrl: 'adb-1.2.azuredatabricks.net' }),
  ],
  [all('Microsoft.App/containerApps')]: [
    one(idOf('Microsoft.App/containerApps', 'shop-api'), {
      configuration: { ingress: { fqdn: 'shop-api.example.azurecontainerapps.io' } },
      template: {
        containers: [
          {
            image: 'vllm/vllm-openai:latest',
            args: ['--model', 'Qwen/Qwen2.5-7B-Instruct', '--api-key', PLANTED],
            env: [{ name: 'AZURE_OPENAI_API_KEY', value: PLANTED }],
          },
        ],
      },
    }),
  ],
  [all('Microsoft.Web/sites')]: [
    one(
      idOf('Microsoft.Web/sites', 'shop-web'),
      {
        defaultHostName: 'shop-web.azurewebsites.net',
        siteConfig: { linuxFxVersion: 'DOCKER|ollama/ollama:latest' },
      },
      { kind: 'app,linux,container' },
    ),
  ],
  [all('Microsoft.ContainerService/managedClusters')]: [
    one(idOf('Microsoft.ContainerService/managedClusters', 'shop-aks'), {
      agentPoolProfiles: [{ vmSize: 'Standard_NC24ads_A100_v4' }],
    }),
    one(idOf('Microsoft.ContainerService/managedClusters', 'plain-aks'), {
      agentPoolProfiles: [{ vmSize: 'Standard_D4s_v5' }],
    }),
  ],
  [all('Microsoft.DocumentDB/databaseAccounts')]: [
    one(idOf('Microsoft.DocumentDB/databaseAccounts', 'shop-cosmos'), {
      documentEndpoint: 'https://shop-cosmos.documents.azure.com:443/',
      capabilities: [{ name: 'EnableNoSQLVectorSearch' }],
    }),
    one(idOf('Microsoft.DocumentDB/databaseAccounts', 'plain-cosmos'), { capabilities: [] }),
  ],
  [all('Microsoft.DBforPostgreSQL/flexibleServers')]: [
    one(POSTGRES, { fullyQualifiedDomainName: 'shop-pg.postgres.database.azure.com' }),
  ],
  [below(POSTGRES, 'configurations/azure.extensions')]: { properties: { value: 'PG_TRGM,VECTOR' } },
}
