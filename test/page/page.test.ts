import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { RunningServer } from '@gatehouse/processor-server'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './find-chromium.js'
import { launchBrowser, openPage, startFixtureServer, startPrefixProxy } from './open-page.js'

const hasChromium = findChromium() !== undefined
const reason = hasChromium ? '' : ' (skipped: no Chromium; scripts/install-chromium.sh installs one)'
if (!hasChromium) console.log(`The page is not tested${reason}.`)

describe.skipIf(!hasChromium)(`the page in Chromium${reason}`, () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startFixtureServer()
    browser = await launchBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const open = (processor?: string, options = {}) =>
    openPage(browser, `${server.url}/${processor === undefined ? '' : `#processor=${processor}`}`, options)

  describe('on loading', () => {
    test('lists the processors, complains of nothing and asks nobody else', async () => {
      await using opened = await open()
      const { page, complaints, requests } = opened
      await page.getByRole('heading', { level: 2 }).waitFor()
      expect(await page.locator('.processor-name').allTextContents()).toEqual(
        server.loaded.served.map(({ name }) => name),
      )
      expect(complaints).toEqual([])
      expect(new Set(requests.map((url) => new URL(url).origin))).toEqual(new Set([server.url]))
    })

    test('works below a path of a proxy', async () => {
      const proxy = await startPrefixProxy(server.url)
      try {
        await using opened = await openPage(browser, `${proxy.url}#processor=fixture:colours`)
        await run(opened.page, 'the sky is blue')
        expect(await title(opened.page)).toBe('Tagged')
        expect(opened.requests.every((url) => url.startsWith(proxy.url))).toBe(true)
      } finally {
        proxy.server.closeAllConnections()
        proxy.server.close()
      }
    })

    test('says what it needs when the link names a processor that is not there', async () => {
      await using opened = await open('acme:gone')
      await opened.page.getByText('There is no processor "acme:gone" on this server.').waitFor()
    })
  })

  describe('decisions', () => {
    test('passes what the processor says nothing about', async () => {
      await using opened = await open('fixture:colours')
      await run(opened.page, 'the sky is grey')
      expect(await title(opened.page)).toBe('Passed')
      expect(await opened.page.locator('#announcement').textContent()).toBe('Passed. The exchange goes on as it is.')
    })

    test('shows tags, and what a missing permission keeps back', async () => {
      await using opened = await open('fixture:colours')
      await run(opened.page, 'the sky is blue and red')
      expect(await title(opened.page)).toBe('Tagged')
      expect(await opened.page.locator('.chips li').allTextContents()).toEqual(['colour:blue'])
      await opened.page.locator('.hints').waitFor()
      expect(await opened.page.locator('.hints li').allTextContents()).toEqual([
        'With the permission modify it would change the text.',
        'With the permission reject it would reject with AIGW_POLICY_VIOLATION: Red is not allowed.',
      ])
    })

    test('marks what was changed, in words too', async () => {
      await using opened = await open('fixture:colours')
      await opened.page.getByLabel('modify').check()
      await run(opened.page, 'the sky is blue, so blue')
      expect(await title(opened.page)).toBe('Modified')
      const changed = opened.page.locator('.changed-message.changed')
      expect(await changed.locator('del').allTextContents()).toEqual(['[removed: blue]', '[removed: blue]'])
      expect(await changed.locator('ins').allTextContents()).toEqual(['[added: [COLOUR]]', '[added: [COLOUR]]'])
      expect(await textOf(changed.locator('.text'), 'del')).toBe('the sky is [COLOUR], so [COLOUR]')
      expect(await textOf(changed.locator('.text'), 'ins')).toBe('the sky is blue, so blue')
    })

    test('marks what was changed in a response', async () => {
      await using opened = await open('fixture:colours')
      await opened.page.getByLabel('Response: after the model').check()
      await opened.page.getByLabel('Response of the model').fill('It is blue.')
      await opened.page.getByLabel('modify').check()
      await run(opened.page)
      expect(await title(opened.page)).toBe('Modified')
      expect(await opened.page.locator('ins').allTextContents()).toEqual(['[added: [COLOUR]]'])
    })

    test('shows a reject with its code and detail', async () => {
      await using opened = await open('fixture:colours')
      await opened.page.getByLabel('reject').check()
      await run(opened.page, 'code red')
      expect(await title(opened.page)).toBe('Rejected')
      expect(await opened.page.locator('.banner').textContent()).toContain('Red is not allowed.')
      expect(await opened.page.locator('.run').textContent()).toContain('AIGW_POLICY_VIOLATION')
    })

    test('warns of permissions that are off', async () => {
      await using opened = await open('fixture:colours')
      await opened.page.getByText('the processor can reject, but the permission "reject" is off').waitFor()
      await opened.page.getByLabel('reject').check()
      await opened.page.getByText('the permission "reject" is off').waitFor({ state: 'detached' })
    })

    test('shows a failure of the processor, and no more of it than the server tells', async () => {
      await using opened = await open('fixture:failing')
      await opened.page.getByLabel('Response of the model').fill('anything')
      await run(opened.page)
      expect(await title(opened.page)).toBe('Error 503')
      expect(await opened.page.locator('.banner').textContent()).toContain('The model is away.try later')
      await opened.page.getByLabel('Response of the model').fill('throw')
      await run(opened.page)
      expect(await title(opened.page)).toBe('Error 500')
      expect(await opened.page.locator('body').textContent()).not.toContain('inner text')
    })

    test('says when the server is gone', async () => {
      const other = await startFixtureServer()
      await using opened = await openPage(browser, `${other.url}/#processor=fixture:colours`)
      await opened.page.getByRole('button', { name: 'Run' }).waitFor()
      await other.stop()
      await run(opened.page)
      expect(await title(opened.page)).toBe('No decision')
    })

    test('gives a command that has the same outcome', async () => {
      await using opened = await open('fixture:colours')
      await opened.page.getByLabel('modify').check()
      await run(opened.page, 'it\'s "blue"; type=text/plain, $HOME `id` @file \\ <x\nnext')
      await opened.page.getByText('The same with curl').click()
      const command = (await opened.page.locator('.command code').textContent()) ?? ''
      const { stdout } = await promisify(execFile)('sh', ['-c', command])
      expect(stdout).toContain(JSON.stringify('it\'s "[COLOUR]"; type=text/plain, $HOME `id` @file \\ <x\nnext'))
    })

    test('shows the raw answer', async () => {
      await using opened = await open('fixture:colours')
      await run(opened.page, 'blue')
      await opened.page.getByText('Raw answer').click()
      const raw = (await opened.page.locator('.raw pre').textContent()) ?? ''
      expect(raw).toMatch(/^HTTP 200\ncontent-type: multipart\/form-data/)
      expect(raw).toContain('name="metadata"')
    })
  })

  describe('the form', () => {
    const readBack = async (page: Page): Promise<Record<string, unknown>> => {
      await run(page)
      return JSON.parse((await page.locator('.findings pre').first().textContent()) ?? '')
    }
    const defaults = {
      notes: 'two\nlines',
      size: 3,
      strict: true,
      mode: 'low',
      words: ['first'],
      rules: [],
      limit: 5,
      annotate: true,
      modify: false,
      reject: false,
    }

    test('sends only what differs from the defaults', async () => {
      await using opened = await open('fixture:every-field')
      await opened.page.getByLabel('title').fill('hello')
      expect(await readBack(opened.page)).toEqual({ title: 'hello', ...defaults })
      await opened.page.getByText('The same with curl').click()
      expect(await opened.page.locator('.command code').textContent()).toContain('input.parameters={"title":"hello"}')
    })

    test('has a field for each kind of parameter', async () => {
      await using opened = await open('fixture:every-field')
      const { page } = opened
      await page.getByLabel('title').fill('hello')
      await page.getByLabel('notes').fill('one\n\ntwo')
      await page.getByLabel('size').fill('7')
      await page.getByLabel('ratio').fill('0.25')
      await page.getByLabel('strict').uncheck()
      await page.getByLabel('maybe').selectOption('No (false)')
      await page.getByLabel('mode', { exact: true }).selectOption('high')
      const words = page.getByRole('group', { name: 'words' })
      await words.getByRole('button', { name: 'Add' }).click()
      await words.getByRole('button', { name: 'Add' }).click()
      await words.getByRole('textbox').nth(1).fill('second')
      await words.getByRole('textbox').nth(2).fill('third')
      await words.getByRole('button', { name: 'Remove' }).first().click()
      const rules = page.getByRole('group', { name: 'rules' })
      await rules.getByRole('button', { name: 'Add' }).click()
      await rules.getByLabel('name').fill('r1')
      await rules.getByLabel('weight').fill('2.5')
      const nested = page.getByRole('group', { name: 'nested' })
      await nested.getByRole('checkbox', { name: 'nested' }).check()
      await nested.getByLabel('host').fill('db.example.com')
      await nested.getByRole('checkbox', { name: 'inner' }).check()
      await nested.getByLabel('port').fill('5432')
      await page.getByLabel('No value (null) for limit').check()
      await page.getByLabel('either').fill('[1, 2]')
      await page.getByRole('textbox', { name: 'token', exact: true }).fill('s3cret')
      expect(await page.getByRole('textbox', { name: 'token', exact: true }).getAttribute('type')).toBe('password')
      expect(await readBack(page)).toEqual({
        ...defaults,
        title: 'hello',
        notes: 'one\n\ntwo',
        size: 7,
        ratio: 0.25,
        strict: false,
        maybe: false,
        mode: 'high',
        words: ['second', 'third'],
        rules: [{ name: 'r1', weight: 2.5 }],
        nested: { host: 'db.example.com', inner: { port: 5432 } },
        limit: null,
        either: [1, 2],
        token: 's3cret',
      })
    })

    test('shows what the server refuses at the field', async () => {
      await using opened = await open('fixture:every-field')
      const { page } = opened
      await page.getByLabel('size').fill('12')
      await page.getByRole('group', { name: 'rules' }).getByRole('button', { name: 'Add' }).click()
      await run(page)
      await expect.poll(() => title(page)).toBe('Error 400')
      await expect.poll(() => problemOf(page.getByLabel('size'))).toMatch(/9/)
      await expect.poll(() => problemOf(page.getByLabel('title'))).not.toBe('')
      const inner = page.getByRole('group', { name: 'rules' }).getByLabel('name')
      await expect.poll(() => problemOf(inner)).not.toBe('')
      await expect.poll(() => page.getByLabel('size').getAttribute('aria-invalid')).toBe('true')
      await page.getByLabel('size').fill('9')
      await page.waitForFunction(() => document.querySelectorAll('[aria-invalid]').length === 2)
    })

    test('folds a long group until one of its fields is set or wrong', async () => {
      await using opened = await open('fixture:many-fields')
      const { page } = opened
      const field = page.getByLabel('field-29')
      await page.getByText('30 settings').waitFor()
      expect(await field.isVisible()).toBe(false)
      await page.getByText('30 settings').press('Enter')
      await field.fill('12')
      await page.getByText('30 settings').press('Enter')
      expect(await field.isVisible()).toBe(false)
      await run(page)
      await expect.poll(() => problemOf(field)).toMatch(/9/)
      expect(await field.isVisible()).toBe(true)
      await field.fill('7')
      await page.waitForFunction(() => location.hash.includes('field-29'))
      await page.reload()
      await field.waitFor({ state: 'visible' })
      expect(await field.inputValue()).toBe('7')
    })

    test('does not send JSON that cannot be read', async () => {
      await using opened = await open('fixture:every-field')
      const { page } = opened
      await page.getByLabel('either').fill('[1, ')
      await page.getByRole('button', { name: 'Run' }).click()
      expect(await problemOf(page.getByLabel('either'))).toMatch(/no JSON/)
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
      expect(await page.locator('.run').count()).toBe(0)
    })

    test('keeps the set-up in the link, but no prompt and no secret', async () => {
      await using opened = await open('fixture:every-field')
      const { page } = opened
      await page.getByLabel('title').fill('shared title')
      await page.getByRole('textbox', { name: 'token', exact: true }).fill('s3cret')
      await page.getByLabel('Content').first().fill('private words')
      await page.getByLabel('Response: after the model').check()
      const link = page.url()
      expect(decodeURIComponent(link)).not.toMatch(/s3cret|private/)
      await using other = await openPage(browser, link)
      await other.page.getByRole('button', { name: 'Run' }).waitFor()
      expect(await other.page.getByLabel('title').inputValue()).toBe('shared title')
      expect(await other.page.getByLabel('Response: after the model').isChecked()).toBe(true)
    })

    test('shows a value of another type in a link as JSON', async () => {
      await using opened = await open(
        `fixture:every-field&parameters=${encodeURIComponent('{"words":"x","title":null}')}`,
      )
      await opened.page.getByRole('button', { name: 'Run' }).waitFor()
      expect(await opened.page.getByLabel('words').inputValue()).toBe('"x"')
    })

    test('goes back to the processor before', async () => {
      await using opened = await open('fixture:colours')
      const { page } = opened
      await page.getByRole('link', { name: 'echo' }).click()
      await page.getByRole('heading', { level: 2, name: 'echo' }).waitFor()
      await page.goBack()
      await page.getByRole('heading', { level: 2, name: 'colours' }).waitFor()
    })
  })

  describe('the catalogue', () => {
    test.each([
      ['gatehouse:language-id', 'Tag a French prompt', 'Tagged'],
      ['gatehouse:language-id', 'Reject anything but English', 'Rejected'],
      ['gatehouse:language-id', 'Find program text', 'Tagged'],
      ['gatehouse:repetition-detect', 'Tag a prompt that repeats itself', 'Tagged'],
      ['gatehouse:repetition-detect', 'Reject it', 'Rejected'],
      ['gatehouse:repetition-detect', 'Pass ordinary text', 'Passed'],
      ['gatehouse:system-prompt', 'Add a rule to a prompt', 'Modified'],
      ['gatehouse:regex', 'Mask e-mail addresses', 'Modified'],
      ['gatehouse:regex', 'Reject an order number', 'Rejected'],
      ['gatehouse:regex', 'Mask in a response', 'Modified'],
      ['gatehouse:keywords', 'Tag a code name', 'Tagged'],
      ['gatehouse:keywords', 'Mask it', 'Modified'],
      ['gatehouse:keywords', 'Reject it', 'Rejected'],
    ])('%s: "%s" is %s at one click', async (processor, example, expected) => {
      await using opened = await open(processor)
      await opened.page.getByRole('button', { name: example, exact: true }).click()
      await opened.page.locator('.run').waitFor()
      expect(await title(opened.page)).toBe(expected)
      expect(opened.complaints).toEqual([])
    })
  })

  describe('hostile content', () => {
    const hostile =
      '<img src=x onerror="document.title=\'owned\'"> \u202egnp.exe <script>document.title="owned"</script>'

    test.each([
      ['tags, findings and changes', ['modify']],
      ['a reject', ['reject']],
    ])('is shown as text in %s', async (_, granted) => {
      await using opened = await open('fixture:echo')
      const { page, complaints } = opened
      for (const name of granted) await page.getByLabel(name).check()
      await run(page, hostile)
      expect(await page.locator('.run').textContent()).toContain('<img src=x onerror=')
      expect(await page.locator('main img, main script, main b, main i').count()).toBe(0)
      expect(await page.title()).not.toBe('owned')
      expect(complaints).toEqual([])
    })

    test('is shown as text in the form', async () => {
      await using opened = await open('fixture:echo')
      await opened.page.locator('.processor-head').waitFor()
      await opened.page.getByText('<b>key</b>').first().waitFor()
      expect(await opened.page.locator('main img, main script, main b, main i').count()).toBe(0)
    })

    test('of 100 KB is shown in part, and in full when that is asked for', { timeout: 120_000 }, async () => {
      await using opened = await open('fixture:colours')
      const { page } = opened
      await page.getByLabel('modify').check()
      const text = Array.from({ length: 4200 }, (_, index) => `word${index} of blue things\u202e`).join(' ')
      expect(text.length).toBeGreaterThan(100_000)
      await run(page, text)
      expect(await title(page)).toBe('Modified')
      const shown = page.locator('.changed-message.changed .text')
      // What is put on the page at once is bounded; 4200 words make more pieces than that.
      expect(await shown.locator('ins, del').count()).toBeLessThan(2_000)
      await shown.getByRole('button', { name: 'more pieces' }).dispatchEvent('click')
      expect(await textOf(shown, 'ins')).toBe(text)
      expect(await textOf(shown, 'del')).toBe(text.replaceAll('blue', '[COLOUR]'))
    })
  })

  describe('for everybody', () => {
    test.each([
      { list: 'messages', processor: 'fixture:colours', group: '.message-list' },
      { list: 'a list of parameters', processor: 'fixture:every-field', group: 'fieldset.list:has-text("words")' },
    ])('keeps the focus in $list when a row is removed', async ({ processor, group }) => {
      await using opened = await open(processor)
      const rows = opened.page.locator(group)
      const field = rows.locator('textarea, input:not(.role)')
      while ((await field.count()) < 3) await rows.getByRole('button', { name: 'Add' }).click()
      for (const index of [0, 1, 2]) await field.nth(index).fill(`row ${index}`)
      const focusAfterRemoving = async (index: number) => {
        await rows.getByRole('button', { name: 'Remove' }).nth(index).click()
        return rows.locator(':focus').evaluate((each) => ('value' in each && each.value) || each.textContent)
      }
      expect(await focusAfterRemoving(0)).toBe('row 1')
      expect(await focusAfterRemoving(1)).toBe('row 1')
      expect(await focusAfterRemoving(0)).toMatch(/^Add/)
    })

    test('runs by keyboard alone', async () => {
      await using opened = await open('fixture:colours')
      const { page } = opened
      await page.getByRole('button', { name: 'Run' }).waitFor()
      const focused = () =>
        page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName)
      const seen: (string | undefined)[] = []
      for (let presses = 0; presses < 60 && (await focused()) !== 'Run'; presses++) {
        await page.keyboard.press('Tab')
        seen.push(await focused())
      }
      expect(await focused(), seen.join(' | ')).toBe('Run')
      await page.keyboard.press('Enter')
      await page.locator('.run').waitFor()
      expect(await title(page)).toBe('Passed')
      await page.getByLabel('Content').last().focus()
      await page.keyboard.type(' blue')
      await page.keyboard.press('Control+Enter')
      await page.getByText('Tagged', { exact: true }).waitFor()
    })

    test('skips to the set-up without losing the processor', async () => {
      await using opened = await open('fixture:echo')
      const { page } = opened
      await page.getByRole('heading', { level: 2, name: 'echo' }).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('setup')
      expect(await page.title()).toBe('echo · Gatehouse')
      expect(page.url()).toContain('#processor=fixture:echo')
    })

    test('a slow run gives way to another processor', async () => {
      await using opened = await open('fixture:slow')
      const { page } = opened
      await page.getByRole('button', { name: 'Run' }).click()
      await page.locator('#decision[aria-busy]').waitFor()
      await page.getByRole('link', { name: 'colours' }).click()
      await page.getByRole('heading', { level: 2, name: 'colours' }).waitFor()
      expect(await page.locator('#decision[aria-busy]').count()).toBe(0)
      await run(page, 'blue')
      expect(await title(page)).toBe('Tagged')
    })

    test.each([
      { name: 'a telephone', viewport: { width: 360, height: 740 } },
      { name: 'a tablet', viewport: { width: 800, height: 1000 } },
    ])('fits the width of $name', async ({ viewport }) => {
      await using opened = await open('gatehouse:regex', { viewport })
      const { page } = opened
      await page.getByRole('button', { name: 'Mask e-mail addresses' }).click()
      await page.locator('.run').waitFor()
      for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      expect(await page.locator('.banner').isVisible()).toBe(true)
    })

    test.each(['light', 'dark'] as const)('every text has enough contrast in %s', async (colorScheme) => {
      await using opened = await open('fixture:colours', { colorScheme })
      const { page } = opened
      const faint: string[] = []
      for (const [text, ...granted] of [['grey'], ['blue'], ['blue', 'modify'], ['red', 'reject']] as const) {
        for (const name of granted) await page.getByLabel(name).check()
        await run(page, text)
        faint.push(...(await page.evaluate(findFaintTexts)))
      }
      expect([...new Set(faint)]).toEqual([])
    })

    test('every control has a name', async () => {
      await using opened = await open('fixture:every-field')
      const { page } = opened
      await page.getByRole('button', { name: 'Run' }).waitFor()
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input, textarea, select, button')]
          .filter((control) => !control.labels?.length && !control.ariaLabel && !control.textContent?.trim())
          .map((control) => control.outerHTML),
      )
      expect(nameless).toEqual([])
    })
  })

  describe('with a bearer token', () => {
    const token = 'a-token-of-the-test-0123'
    let guarded: RunningServer

    beforeAll(async () => {
      guarded = await startFixtureServer({ GATEHOUSE_TOKEN: token })
    })
    afterAll(() => guarded?.stop())

    test('asks for it, and keeps it to itself', async () => {
      await using opened = await openPage(browser, `${guarded.url}/#processor=fixture:colours`)
      const { page } = opened
      await page.getByText('This server lets in only callers with a bearer token.').waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('token')
      await page.keyboard.type('a-wrong-token-of-the-test')
      await page.keyboard.press('Enter')
      await page.getByText('The server does not let this token in.').waitFor()
      await page.getByLabel('Bearer token').fill(token)
      await page.keyboard.press('Enter')
      await run(page, 'blue')
      expect(await title(page)).toBe('Tagged')
      await page.getByText('The same with curl').click()
      const command = (await page.locator('.command code').textContent()) ?? ''
      expect(command).toContain('"Authorization: Bearer $TOKEN"')
      expect(command).not.toContain(token)
      expect(page.url()).not.toContain(token)
      expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage, cookie: document.cookie }))).toEqual({
        cookie: '',
      })
    })
  })
})

/** Types the content of the last message, if one is given, and runs. */
async function run(page: Page, content?: string): Promise<void> {
  if (content !== undefined) await page.getByLabel('Content').last().fill(content)
  await page.locator('.run').evaluateAll((shown) => {
    for (const each of shown) each.remove()
  })
  await page.getByRole('button', { name: 'Run' }).click()
  await page.locator('.run').waitFor()
}

async function title(page: Page): Promise<string | null> {
  return page.locator('.banner .title').textContent()
}

/** The text of an element without what some of its parts and the words for screen readers say. */
function textOf(locator: Locator, without: string): Promise<string> {
  return locator.evaluate((element, selector) => {
    const copy = element.cloneNode(true) as Element
    for (const part of copy.querySelectorAll(`${selector}, .visually-hidden`)) part.remove()
    return copy.textContent ?? ''
  }, without)
}

async function problemOf(control: Locator): Promise<string | null> {
  const described = (await control.getAttribute('aria-describedby')) ?? ''
  return control
    .page()
    .locator(`#${described.split(' ').at(-1)}`)
    .textContent()
}

/** Runs in the page: texts with less contrast to their background than WCAG 2.2 AA asks for, 4.5 to 1. */
function findFaintTexts(): string[] {
  const canvas = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  const rgba = (color: string) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (color: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = color.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const backgroundOf = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255]
    const color = rgba(getComputedStyle(element).backgroundColor)
    return color[3] === 255 ? color : backgroundOf(element.parentElement)
  }
  const opacityOf = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement)
  const faint: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || !node.textContent?.trim() || !element.checkVisibility()) continue
    if (element.closest('noscript, .visually-hidden, datalist')) continue
    const background = backgroundOf(element)
    const opacity = opacityOf(element)
    const color = rgba(getComputedStyle(element).color).map(
      (value, index) => value * opacity + (background[index] ?? 0) * (1 - opacity),
    )
    const [light, dark] = [luminance(color), luminance(background)].sort((a, b) => b - a) as [number, number]
    const contrast = (light + 0.05) / (dark + 0.05)
    if (contrast < 4.5)
      faint.push(
        `${contrast.toFixed(2)} ${element.className || element.tagName}: ${node.textContent.trim().slice(0, 30)}`,
      )
  }
  return faint
}
