print "[" + "  a b \t\n".strip() + "]", "[" + "  a ".lstrip() + "]", "[" + "  a ".rstrip() + "]"
# expect: [a b] [a ] [  a]
print "xxaxyx".strip("xy"), "xxax".lstrip("x"), "xxax".rstrip("x"), "[" + "xyx".strip("yx") + "]", "a".strip("")
# expect: a ax xxa [] a
