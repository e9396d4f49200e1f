from parallel import *

me = coreid()

# Find out the row and the column in which this core lies.
row = me // 4
column = me % 4

print "Core " + str(me) + " is in row " + str(row) + ", column " + str(column)
