print "aBc".upper(), "AbC".lower(), "straße".upper()
# expect: ABC abc STRASSE
print "banana".count("an"), "banana".index("n"), "aaa".count("aa"), "abc".count("")
# expect: 2 2 1 4
