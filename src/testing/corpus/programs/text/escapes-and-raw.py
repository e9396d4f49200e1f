print("a\tb\\n", r"\n\d", "\x41\u0041\U00000041\101", 'it\'s', "a" "b" 'c', """x
y""", len(r"\n"))
# expect: a	b\n \n\d AAAA it's abc x
# expect: y 2
