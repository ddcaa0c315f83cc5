import { postlint } from './postlint.js'

export default (eleventyConfig) => {
  eleventyConfig.addPlugin(postlint)
}
