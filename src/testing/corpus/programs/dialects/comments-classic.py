# dialect: classic
/* A comment
   of two lines */
x = 1 /* one */ + 2
print x
# expect: 3
