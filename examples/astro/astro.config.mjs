import { defineConfig } from 'astro/config'
import { postlint } from './postlint.js'

export default defineConfig({ integrations: [postlint()] })
