# dialect: classic
# cores: 2
import parallel
i = 0
while TRUE:
    i += 1
    if i > 2 + coreid(): Quit()
    print i
print "never"
# expect: 1
# expect: 2
# expect 1: 3
