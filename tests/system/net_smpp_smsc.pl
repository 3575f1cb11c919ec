#!/usr/bin/perl
# A message centre on Net::SMPP, which shares no code with us. Commands come as JSON lines on standard input,
# events go out as JSON lines; octets are hex. By itself it only answers binds, enquire_link and submit_sm.
use strict;
use warnings;
use IO::Select;
use IO::Handle;
use JSON::PP;
use Net::SMPP;

my $json = JSON::PP->new->canonical;
my ($system_id, $password) = @ARGV;
my %link;                      # number => {socket, kind}
my ($next_link, $next_message) = (1, 1);
my ($listener, $port) = (undef, 0);
my %answer = (status => 0, count => 0);    # what the next submit_sm are answered with
my ($silent, @held) = (0);                 # a silent centre keeps submit_sm unanswered
my $input = '';
my $waiting = IO::Select->new(\*STDIN);
STDOUT->autoflush(1);
$SIG{PIPE} = 'IGNORE';
local $SIG{__WARN__} = sub { print STDERR @_ };

sub event { print $json->encode({@_}), "\n" }

sub start_listening {
    $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, listen => 16) or die "can't listen: $!";
    $port = $listener->sockport;
    $waiting->add($listener);
    event(event => 'listening', port => $port);
}

sub stop_listening {
    return unless $listener;
    $waiting->remove($listener);
    close $listener;
    undef $listener;
}

sub drop {
    my ($number, $why) = @_;
    my $gone = delete $link{$number} or return;
    $waiting->remove($gone->{socket});
    close $gone->{socket};
    event(event => 'closed', link => $number, why => $why);
}

sub on_bind {
    my ($number, $pdu, $kind) = @_;
    my $socket = $link{$number}{socket};
    my $status = $pdu->{system_id} ne $system_id ? 0x0F : $pdu->{password} ne $password ? 0x0E : 0;
    my $answer = "bind_${kind}_resp";
    $socket->$answer(seq => $pdu->{seq}, status => $status, system_id => 'NETSMPP');
    $link{$number}{kind} = $kind unless $status;
    event(event => $status ? 'refused' : 'bound', link => $number, kind => $kind);
    drop($number, 'bind refused') if $status;
}

sub on_submit {
    my ($number, $pdu) = @_;
    my $status = $answer{count} > 0 ? $answer{status} : 0;
    $answer{count}-- if $answer{count} > 0;
    my $to = $pdu->{destination_addr};
    my $multi = ref $to;
    event(event => 'submit', link => $number, sequence => $pdu->{seq}, status => $status,
          from => $pdu->{source_addr}, to => $_, recipients => $multi ? scalar @$to : 1,
          esm_class => $pdu->{esm_class}, data_coding => $pdu->{data_coding},
          octets => unpack('H*', $pdu->{short_message})) for $multi ? @$to : ($to);
    if ($silent) { push @held, [$number, $pdu->{seq}, $multi] }
    else { answer_submit($number, $pdu->{seq}, $multi, $status) }
}

sub answer_submit {
    my ($number, $sequence, $multi, $status) = @_;
    my @what = (seq => $sequence, status => $status, message_id => $status ? '' : 'n' . $next_message++);
    my $socket = $link{$number}{socket};
    if ($multi) { $socket->submit_multi_resp(@what, destination_addr => [], error_status_code => [0]) }
    else { $socket->submit_sm_resp(@what) }
}

my %on = (
    Net::SMPP::CMD_bind_receiver()    => sub { on_bind(@_, 'receiver') },
    Net::SMPP::CMD_bind_transmitter() => sub { on_bind(@_, 'transmitter') },
    Net::SMPP::CMD_bind_transceiver() => sub { on_bind(@_, 'transceiver') },
    Net::SMPP::CMD_submit_sm()        => \&on_submit,
    Net::SMPP::CMD_submit_multi()     => \&on_submit,
    Net::SMPP::CMD_enquire_link()     => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->enquire_link_resp(seq => $pdu->{seq}) unless $silent;
        event(event => 'enquire_link', link => $number);
    },
    Net::SMPP::CMD_unbind() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->unbind_resp(seq => $pdu->{seq});
        drop($number, 'unbound');
    },
);

sub on_readable {
    my ($number) = @_;
    my $pdu = $link{$number}{socket}->read_pdu or return drop($number, 'closed by the peer');
    if (my $act = $on{ $pdu->{cmd} }) { return $act->($number, $pdu) }
    my $name = $pdu->{known_pdu} ? Net::SMPP::pdu_tab->{ $pdu->{cmd} }{cmd} : 'unknown';
    event(event => $name, link => $number, sequence => $pdu->{seq}, status => $pdu->{status});
}

# A link that may receive, the newest, or the one named.
sub receiving {
    my ($wanted) = @_;
    my @able = grep { ($link{$_}{kind} // 'transmitter') ne 'transmitter' } sort { $b <=> $a }
      map { $_ + 0 } keys %link;
    return $wanted // $able[0] // die "no link is bound for receiving\n";
}

my %do = (
    deliver => sub {
        my ($c) = @_;
        my $number = receiving($c->{link});
        my $sequence = $link{$number}{socket}->deliver_sm(
            async => 1, ($c->{sequence} ? (seq => $c->{sequence}) : ()), source_addr_ton => 1,
            source_addr_npi => 1, source_addr => $c->{from}, destination_addr => $c->{to},
            esm_class => $c->{esm_class} // 0, data_coding => $c->{data_coding} // 0,
            short_message => pack('H*', $c->{octets}));
        event(event => 'delivered', link => $number, sequence => $sequence, tag => $c->{tag});
    },
    raw     => sub { $link{ receiving($_[0]{link}) }{socket}->syswrite(pack 'H*', $_[0]{octets}) },
    answer  => sub { %answer = (status => $_[0]{status}, count => $_[0]{count}) },
    silence => sub { $silent = 1 },
    speak   => sub {
        $silent = 0;
        for (splice @held) {
            my ($number, $sequence, $multi) = @$_;
            answer_submit($number, $sequence, $multi, 0) if $link{$number};
        }
    },
    drop   => sub { drop($_ + 0, 'told to') for keys %link },
    leave  => sub { stop_listening(); drop($_ + 0, 'told to') for keys %link },
    return => \&start_listening,
);

sub on_input {
    sysread(STDIN, $input, 65536, length $input) or exit 0;
    while ($input =~ s/^(.*)\n//) {
        my $command = $json->decode($1);
        eval { $do{ $command->{do} }->($command); 1 } or event(event => 'error', what => "$@");
    }
}

start_listening();
while (my @ready = $waiting->can_read) {
    for my $handle (@ready) {
        if ($handle == \*STDIN) { on_input() }
        elsif ($listener && $handle == $listener) {
            my $socket = $listener->accept or next;
            $socket->set_version(0x34);
            $link{$next_link} = {socket => $socket};
            $waiting->add($socket);
            event(event => 'connected', link => $next_link++);
        }
        else {
            my ($number) = grep { $link{$_}{socket} == $handle } keys %link;
            on_readable($number + 0) if defined $number;
        }
    }
}
