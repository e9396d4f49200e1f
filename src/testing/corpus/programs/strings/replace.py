print "banana".replace("an", "AN"), "banana".replace("a", ""), "banana".replace("a", "o", 2), "aaa".replace("aa", "b")
# expect: bANANa bnn bonona ba
print "ab".replace("", "-"), "ab".replace("", "-", 2), "".replace("", "x"), "ab".replace("c", "d"), "ab".replace("a", "日", -1)
# expect: -a-b- -a-b x ab 日b
