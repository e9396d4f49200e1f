from parallel import *

me = coreid()

# Find out the row and the column in which this core lies.
row = 0
column = 0

print "Core " + str(me) + " is in row " + str(row) + ", column " + str(column)
