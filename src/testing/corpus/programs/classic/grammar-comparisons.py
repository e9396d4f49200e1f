# dialect: classic
# Only numbers, texts and NONE are compared with their like; of other pairs nothing holds.
if 1 == 1.0: print "numbers"
# expect: numbers
if true == true: print "never"
if true != false: print "never"
if false == 0: print "never"
if none == none: print "none"
# expect: none
if 1 != none: print "never"
if "1" == 1: print "never"
if "1" != 1: print "never"
if "a" != "b": print "texts"
# expect: texts
if 1 <> 2: print "unequal"
# expect: unequal
x = 3
if x <> 3: print "never"
while x != 1: x -= 1
print x
# expect: 1
print true is true, 3 is 3, none is none, 3 is 3.0, true is not false
# expect: true true true false true
print 1 < 2 == true, 1 < 2 < 3
# expect: false false
print true == true, true != true, x != none
# expect: false false false
