/** Azure's clouds, each with its own Resource Manager and its own place to sign in. From Microsoft's lists of endpoints. */
const CLOUDS = {
  public: {
    resourceManager: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
  },
  usgovernment: {
    resourceManager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
  china: {
    resourceManager: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
  },
} as const

export const clouds = ['public', 'usgovernment', 'china'] as const
export type Cloud = (typeof clouds)[number]

export const cloudOf = (cloud: Cloud): { readonly resourceManager: string; readonly authority: string } =>
  CLOUDS[cloud]

/** Resource Manager by any of its names: `management.azure.com`, or that of one region. */
export const isResourceManager = (host: string): boolean =>
  Object.values(CLOUDS).some(({ resourceManager }) => {
    const known = new URL(resourceManager).hostname
    return host === known || host.endsWith(`.${known}`)
  })
