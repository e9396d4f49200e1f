from parallel import *

me = coreid()
mine = (me + 1) * 10
if me % 2 == 0:
    partner = me + 1
else:
    partner = me - 1

# Partners swap their numbers. They must not both wait for each other.
send(mine, partner)
got = recv(partner)

print(f"Core {me} got {got}")
