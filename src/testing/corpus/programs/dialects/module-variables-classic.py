# dialect: classic
n = 1
def change():
    n = 2
    later = 3
    return n + later
later = 7
print change(), n, later
# expect: 5 2 7
