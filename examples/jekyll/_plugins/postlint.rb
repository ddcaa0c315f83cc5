# Lints the posts before Jekyll builds them; an error ends the build. Not while serving, where a post is unfinished most
# of the time. GitHub Pages runs no plugins: there postlint is a step of its own.
Jekyll::Hooks.register :site, :after_init do |site|
  next if site.config['serving']

  system('npx postlint', chdir: site.source) || abort('postlint: the posts have errors')
end
