# cores: 1
# hosts: 1
from parallel import *
recv(1 - coreid())
# deadlock: 0 1
