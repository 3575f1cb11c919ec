package NetSmppPeer;
# What the peers of the tests on Net::SMPP share, which shares no code with us: commands come as JSON lines on
# standard input, events go out as JSON lines; octets are hex. Each link answers enquire_link and unbind.
use strict;
use warnings;
use Exporter 'import';
use IO::Handle;
use IO::Select;
use JSON::PP;
use Net::SMPP;

our @EXPORT_OK = qw(event watch unwatch add_link link_of links drop next_status told serve);

STDOUT->autoflush(1);
my $json = JSON::PP->new->canonical;
my $waiting = IO::Select->new;
my (%watched, %link);    # handle => what is done when it can be read; number => {socket, ...}
my $next_link = 1;
my %answer = (status => 0, count => 0);    # what the next messages are answered with
my $input = '';

sub event { print $json->encode({@_}), "\n" }

sub watch {
    my ($handle, $act) = @_;
    $waiting->add($handle);
    $watched{$handle} = $act;
}

sub unwatch {
    my ($handle) = @_;
    $waiting->remove($handle);
    delete $watched{$handle};
    close $handle;
}

# `on`: command => what is done with (number, pdu), in place of what every peer does.
sub add_link {
    my ($socket, $on) = @_;
    my $number = $next_link++;
    $link{$number} = {socket => $socket};
    watch($socket, sub { on_readable($number, $on) });
    return $number;
}

sub link_of { return $link{ $_[0] } }
sub links   { return sort { $a <=> $b } keys %link }

sub drop {
    my ($number, $why) = @_;
    my $gone = delete $link{$number} or return;
    unwatch($gone->{socket});
    event(event => 'closed', link => $number, why => $why);
}

sub next_status {
    return 0 unless $answer{count} > 0;
    $answer{count}--;
    return $answer{status};
}

# A message that came, as the tests look at it.
sub told {
    my ($number, $pdu, $status, %more) = @_;
    event(event => 'submit', link => $number, sequence => $pdu->{seq}, status => $status,
          from => $pdu->{source_addr}, to => $pdu->{destination_addr}, esm_class => $pdu->{esm_class},
          data_coding => $pdu->{data_coding}, octets => unpack('H*', $pdu->{short_message}), %more);
}

my %by_itself = (
    Net::SMPP::CMD_enquire_link() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->enquire_link_resp(seq => $pdu->{seq});
        event(event => 'enquire_link', link => $number);
    },
    Net::SMPP::CMD_unbind() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->unbind_resp(seq => $pdu->{seq});
        drop($number, 'unbound');
    },
);

# What answers us is told with every field that a test may look at.
sub on_readable {
    my ($number, $on) = @_;
    my $pdu = $link{$number}{socket}->read_pdu or return drop($number, 'closed by the peer');
    my $act = $on->{ $pdu->{cmd} } // $by_itself{ $pdu->{cmd} };
    return $act->($number, $pdu) if $act;
    my $name = $pdu->{known_pdu} ? Net::SMPP::pdu_tab->{ $pdu->{cmd} }{cmd} : 'unknown';
    my %fields = map { $_ => $pdu->{$_} } grep { defined $pdu->{$_} } qw(message_id message_state system_id);
    event(event => $name, link => $number, sequence => $pdu->{seq}, status => $pdu->{status}, %fields);
}

sub on_input {
    my ($do) = @_;
    sysread(STDIN, $input, 65536, length $input) or exit 0;
    while ($input =~ s/^(.*)\n//) {
        my $command = $json->decode($1);
        eval { $do->{ $command->{do} }->($command); 1 } or event(event => 'error', what => "$@");
    }
}

# Does what it is told until standard input ends; `do`: name of a command => what is done with it.
sub serve {
    my %do = (
        answer => sub { %answer = (status => $_[0]{status}, count => $_[0]{count}) },
        drop   => sub { drop($_, 'told to') for $_[0]{link} // links() },
        @_
    );
    local $SIG{PIPE}     = 'IGNORE';
    local $SIG{__WARN__} = sub { print STDERR @_ };
    watch(\*STDIN, sub { on_input(\%do) });
    event(event => 'ready');
    while (my @ready = $waiting->can_read) {
        for my $handle (@ready) { $watched{$handle}->() if $watched{$handle} }
    }
}

1;
