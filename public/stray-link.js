// Some mail programs write %23 where a link to a program has its #, which then looks like the name of a file that no host has.
// This goes to where the link was meant to lead.
const stray = /^(.*?)%(?:25)*23(.*)$/.exec(location.pathname + location.search);
if (stray) location.replace(`${stray[1]}#${stray[2]}`);
