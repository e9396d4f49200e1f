print ["it's", 'say "hi"', "both ' and \"", "tab\there", "line\nend", "back\\slash"]
# expect: ["it's", 'say "hi"', 'both \' and "', 'tab\there', 'line\nend', 'back\\slash']
