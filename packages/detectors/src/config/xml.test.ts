import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('configuration in XML', () => {
  it.each([
    [
      'Web.config',
      '<configuration><appSettings>\n  <add key="AiEndpoint" value="https://api.openai.com/v1" />\n</appSettings></configuration>',
      'service:openai',
    ],
    [
      'App.config',
      '<configuration><appSettings><add key="Ai:Endpoint" value="https://desk.openai.azure.com/"/></appSettings></configuration>',
      'endpoint:desk.openai.azure.com',
    ],
    [
      'src/Desk.dll.config',
      '<configuration><userSettings><Desk.Settings><setting name="Url" serializeAs="String"><value>https://api.mistral.ai/v1</value></setting></Desk.Settings></userSettings></configuration>',
      'service:mistral',
    ],
    [
      'ios/Info.plist',
      '<plist version="1.0"><dict>\n<key>AI_BASE_URL</key>\n<string>https://api.openai.com/v1</string>\n</dict></plist>',
      'service:openai',
    ],
    [
      'launchd/dev.acme.desk.plist',
      '<plist><dict><key>EnvironmentVariables</key><dict><key>GROQ_API_KEY</key><string>$(GROQ)</string></dict></dict></plist>',
      'service:groq',
    ],
    [
      'app/src/main/res/values/config.xml',
      '<resources><string name="ai_url">https://api.deepseek.com/</string></resources>',
      'service:deepseek',
    ],
    [
      'app/src/main/AndroidManifest.xml',
      '<manifest><application><meta-data android:name="dev.acme.AI_URL" android:value="https://api.openai.com/v1/" /></application></manifest>',
      'service:openai',
    ],
    [
      'src/main/resources/beans.xml',
      '<beans><bean id="chat" class="dev.acme.Chat"><property name="baseUrl"><value>https://api.cohere.com/v2</value></property></bean></beans>',
      'service:cohere',
    ],
    [
      'apim/policy.xml',
      '<policies><inbound><set-backend-service base-url="https://desk.openai.azure.com/openai" /></inbound></policies>',
      'endpoint:desk.openai.azure.com',
    ],
    ['conf/ai.xml', '<Ai><Url><![CDATA[https://api.openai.com/v1]]></Url></Ai>', 'service:openai'],
    [
      'conf/ai.xml',
      "<ai>\n<!-- where -->\n<entry key='url'>https://api.openai.com/v1?a=1&amp;b=2</entry></ai>",
      'service:openai',
    ],
  ])('names whom it reaches: %s: %s', (path, text, key) => {
    expect(keys(path, text)).toContain(key)
  })

  it('names models beside an address, each on its line', () => {
    const text =
      '<plist><dict>\n<key>LLM_BASE_URL</key>\n<string>https://api.openai.com/v1</string>\n<key>LLM_MODEL</key>\n<string>gpt-4o-mini</string>\n</dict></plist>'
    expect(places(finding({ 'desk.plist': text }, 'model:openai:gpt-4o-mini'))).toEqual(['desk.plist:5'])
  })

  it.each([
    [
      'Web.config',
      '<configuration><!-- <add key="U" value="https://api.openai.com/v1"/> --></configuration>',
    ],
    ['conf/a.xml', '<note>Ask https://api.openai.com/v1 for it</note>'],
    [
      'app/src/main/res/values/strings.xml',
      '<resources><string name="base_url_hint">https://api.openai.com/v1</string></resources>',
    ],
    [
      'app/src/main/res/layout/settings.xml',
      '<EditText android:hint="https://api.openai.com/v1" app:url="https://api.openai.com/v1"/>',
    ],
    [
      'app/src/main/res/values-de/strings.xml',
      '<resources><string name="url">https://api.openai.com/v1</string></resources>',
    ],
    [
      'ios/Info.plist',
      '<plist><dict><key>NSExceptionDomains</key><dict><key>api.openai.com</key><dict/></dict></dict></plist>',
    ],
    [
      'inventory.xml',
      '<devices><device><vendor>openai-like</vendor><model>gpt-car-9000x</model><url>https://platform.openai.com/docs</url></device></devices>',
    ],
    ['site/sitemap.xml', '<urlset><url><loc>https://api.openai.com/v1</loc></url></urlset>'],
    ['web.config', 'location / { proxy_pass "api.openai.com" }'],
  ])('says nothing where it shows, documents or leaves out: %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })

  it.each(['<', '<!--', '<![CDATA[', '<a b="', '<a>', '<key>a', '<?', '&amp;<b '])(
    'is read in a moment, however often %j stands in it',
    (part) => {
      const start = performance.now()
      scan({ 'a.xml': `<a u="https://api.openai.com/v1">${part.repeat(Math.floor(900_000 / part.length))}` })
      expect(performance.now() - start).toBeLessThan(4000)
    },
  )
})
