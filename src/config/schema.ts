import type { Json, Option } from '../engine/options.ts'
import { presetNames, type RuleEntry } from '../engine/rule.ts'
import { selectorPattern } from '../post/page.ts'

type Schema = { readonly [key: string]: Json }

const severities = ['error', 'warn', 'info', 'off']
const generators = ['jekyll', 'hugo', 'hexo', 'astro', 'eleventy', 'any']

const textOrTexts = (description: string): Schema => ({
  description,
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
})

/** A severity, alone or followed by the options of the rule. */
const settingSchema = (description: string, options: Schema): Schema => ({
  description,
  oneOf: [
    { $ref: '#/definitions/severity' },
    {
      type: 'array',
      items: [{ $ref: '#/definitions/severity' }, options],
      minItems: 1,
      maxItems: 2,
    },
  ],
})

const optionSchema = ({ help, schema, default: initial }: Option<Json>): Schema => ({
  description: help.en,
  ...schema,
  default: initial,
})

const ruleSchema = ({ rule }: RuleEntry): Schema =>
  settingSchema(rule.summary.en, {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries((rule.options ?? {}) as Readonly<Record<string, Option<Json>>>).map(([name, option]) => [
        name,
        optionSchema(option),
      ]),
    ),
    additionalProperties: false,
  })

const rulesSchema = (registry: readonly RuleEntry[]): Schema => ({
  description:
    'Rules by id: a severity, or [severity, options]. Options merge with those of presets and of settings above.',
  type: 'object',
  properties: Object.fromEntries(registry.map((entry) => [entry.id, ruleSchema(entry)])),
  // Ids with a slash are rules of plugins, whose options are not known here.
  patternProperties: { '/': settingSchema('A rule of a plugin.', { type: 'object' }) },
  additionalProperties: false,
})

/** What may be set for some files only as well as for all. */
const perFile: Readonly<Record<string, Schema>> = {
  extends: textOrTexts(
    `Presets (${presetNames.join(', ')}), configuration files or packages to build on; later ones win.`,
  ),
  rules: { $ref: '#/definitions/rules' },
  language: {
    description: 'Language of the posts, such as "ko" or "en"; read off each post where it is not given.',
    type: 'string',
  },
  generator: {
    description:
      'The site generator, whose names for front-matter keys and folders then apply; found out where it is not given.',
    enum: generators,
  },
  format: {
    description: 'How bodies are read; found out from name and content where it is not given.',
    enum: ['html', 'markdown'],
  },
  content: {
    description: 'On whole built pages, the part that is the post: a tag, .class, #id or [attribute=value].',
    type: 'string',
    minLength: 1,
    pattern: selectorPattern,
  },
  encoding: {
    description: 'Encoding of files that are not UTF-8, such as "CP949" or "Shift_JIS".',
    type: 'string',
  },
  site: {
    description: 'The site that the posts belong to.',
    type: 'object',
    properties: { url: { description: 'Its address, such as "https://blog.example.com".', type: 'string' } },
    additionalProperties: false,
  },
}

/** JSON Schema (draft 7, which editors know) of a configuration file, with every rule and option explained. */
export const configSchema = (registry: readonly RuleEntry[]): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'postlint configuration',
  type: 'object',
  properties: {
    $schema: { description: 'Where this schema is found, for editors.', type: 'string' },
    ...perFile,
    files: textOrTexts('Globs of the posts that are linted when no path is given.'),
    ignore: textOrTexts('Globs of files that are never linted.'),
    plugins: textOrTexts('Packages or files with more rules; their ids are name/rule.'),
    locale: { description: 'Language of the messages.', enum: ['en', 'ko'] },
    overrides: {
      description: 'Settings for some files only; later entries win.',
      type: 'array',
      items: {
        type: 'object',
        properties: { files: textOrTexts('Globs of the files that the entry is for.'), ...perFile },
        required: ['files'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
  definitions: {
    severity: {
      description: '"error" fails the run, "warn" and "info" do not, "off" switches the rule off.',
      enum: severities,
    },
    rules: rulesSchema(registry),
  },
})
