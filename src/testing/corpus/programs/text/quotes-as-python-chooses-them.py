print(["a", "it's", 'say "x"', 'it\'s "x"', "tab\t", "back\\slash"], ("x",), [])
# expect: ['a', "it's", 'say "x"', 'it\'s "x"', 'tab\t', 'back\\slash'] ('x',) []
