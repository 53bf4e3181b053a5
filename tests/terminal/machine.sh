# A copy of this machine in namespaces of its own, below the folder $1: what is written there stays in memory.
# Nothing else of the host can be written to, whatever runs inside. It ends when its input does.
set -eu
own=$1
mount -t tmpfs tmpfs "$own"
mkdir "$own/upper" "$own/work" "$own/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$own/upper,workdir=$own/work" "$own/root"
cd "$own/root"
mount -t proc -o nosuid,nodev,noexec proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t tmpfs tmpfs dev
for one in null zero full random urandom tty; do
    touch "dev/$one"
    mount --bind "/dev/$one" "dev/$one"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
# Where the checkout and Python lie on a file system of their own, the overlay shows an empty folder.
shift
for one in "$@"; do
    mkdir -p ".$one"
    mount --bind "$one" ".$one"
    mount -o remount,bind,ro ".$one"
    # Accounts of the machine run what lies in there.
    above=$(dirname "$one")
    while [ "$above" != / ]; do
        chmod o+x ".$above"
        above=$(dirname "$above")
    done
done
hostname server
ip link set lo up
echo ready
exec chroot . cat
