print "a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a"
# expect: True False True True True
print "a" == "a", "a" != "b", "a" == 1, "1" == 1
# expect: True True False False
print "é" > "z", "日" > "é", "😀" > "日"
# expect: True True True
