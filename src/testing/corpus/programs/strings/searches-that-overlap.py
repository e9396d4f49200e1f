print "aabaaabaaab".find("aaab"), "ababab".count("aba"), "ababab".replace("aba", "x"), "abababa".split("aba")
# expect: 3 1 xbab ['', 'b', '']
print "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "abc".count(""), "abc".find("", 3), "abc".find("", 4)
# expect: -a-b-c- -a-bc x 4 3 -1
print "aXbXc".replace("X", "", 1), "aaa".replace("aa", "b"), "abc".replace("abc", ""), "" in "", "a" in ""
# expect: abXc ba  True False
