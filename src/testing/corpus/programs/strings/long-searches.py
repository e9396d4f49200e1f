n = "a" * 9000 + "b"
s = "a" * 18000
print n in s, s.find(n), s.count(n), len(s.replace(n, "c")), len(s.split(n)), len(s[:9000].strip(n))
# expect: False -1 0 18000 1 0
print n in s + "b", (s + n).find(n), (s + n + n).count(n), (s + n).replace(n, "c") == s + "c", len((n + n).split(n))
# expect: True 18000 2 True 3
print ("5" * 20000 + "x").isdigit(), ("5" * 20000).isdigit(), "".isdigit()
# expect: False True False
