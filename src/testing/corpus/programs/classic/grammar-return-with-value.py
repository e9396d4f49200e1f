# dialect: classic
def told(x):
    print x
    return x
for i in [1, 2, 3]:
    if i == 2: return told("end")
    print i
# expect: 1
# expect: end
