# cores: 0
# hosts: 2
a = [0] * 30000
s = ""
for i in range(100): s = s + "ab"
print len(a), len(s)
# expect: 30000 200
