# dialect: classic
/* one
# two
*/
a = 3 # tail /* not a comment
/* inline */ print a
# expect: 3
print a /* between */ + /* twice */ 1 /* at the end */
# expect: 4
if a == 3:
/* at another
        column */
    print "in" /* over
lines */ print "on"
# expect: in
# expect: on
      /* # */
    print "still" /**/
# expect: still
    /* a */ /* b */ print "behind two"
# expect: behind two
/***/print "out"/*"*/
# expect: out
b = [1, /* first */
     2] // 2 if 0 else [3 /* last */]
print b
# expect: [3]
print 7 // /* half */ 2
# expect: 3.500000
