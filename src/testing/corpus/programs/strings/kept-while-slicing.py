s = "abcdef"
t = s
s = s[1:]
s = s[1:] + s
print s, t
# expect: cdefbcdef abcdef
