# A string with a character beyond Latin-1 takes a word for each character; parts of it may be narrow again.
s = "ab日"
t = s[0:2]
print t == "ab", t + "c" == "abc", s[2] == "日", len(s + t)
# expect: True True True 5
print "ab" + chr(233) == "abé"
# expect: True
