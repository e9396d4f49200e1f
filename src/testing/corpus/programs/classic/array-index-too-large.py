# dialect: classic
import array
a = array(2, 3)
print a[0][3]  # fault: index-out-of-range
